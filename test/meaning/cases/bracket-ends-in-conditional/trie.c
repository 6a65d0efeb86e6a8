#include "trie.h"

int trie_size(int key)
{
	return key + TRIE_SIZE;
}
