/* SPDX-License-Identifier: MIT */
#ifndef CIPHER_H
#define CIPHER_H

#ifdef __cplusplus
extern "C" {
#if 0 /* keep Emacs' indentation happy */
}
#endif
#endif

int cipher_open(int kind);
int cipher_read(int cipher);

#if 0
{ /* the counterpart */
#endif
#ifdef __cplusplus
}
#endif

#endif
