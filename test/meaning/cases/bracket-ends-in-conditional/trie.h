#ifndef TRIE_H
#define TRIE_H

#ifdef __cplusplus
#define TRIE_DECLS_BEGIN extern "C" {
#define TRIE_DECLS_END }
#else
#define TRIE_DECLS_BEGIN
#define TRIE_DECLS_END
#endif

TRIE_DECLS_BEGIN

int trie_open(int key);

#ifndef TRIE_IN_DOXYGEN
#define TRIE_SIZE 4

int trie_size(int key);

TRIE_DECLS_END

#define TRIE_IS_WHOLE 1

#endif

#endif
