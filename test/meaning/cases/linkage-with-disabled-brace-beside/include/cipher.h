/* SPDX-License-Identifier: MIT */
#ifndef CIPHER_H
#define CIPHER_H

#ifdef __cplusplus
extern "C" {
#endif
#if 0
} /* for the editor */
#endif

typedef int Cipher;

int cipher_open(int kind);

#ifdef __cplusplus
}
#endif

#endif
