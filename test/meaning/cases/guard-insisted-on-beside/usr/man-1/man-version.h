#ifndef MAN_VERSION_H__
#define MAN_VERSION_H__
#ifndef MAN_H__
#  error man-version.h should only be included by man.h
#endif
#define MAN_VERSION 1
#endif
