#ifndef TRIE_H
#define TRIE_H

#ifdef __cplusplus
namespace trie {
#endif

int trie_open(int key);

#ifdef __cplusplus
}
#endif
#if defined(__cplusplus) && defined(TRIE_DETAILS)
namespace details {
#elif defined(__cplusplus)
namespace trie {
#endif

int trie_size(int key);

#ifdef __cplusplus
}
#endif

#endif
