#ifndef REPO_H
#define REPO_H

/*
 * REPO_VERSION is what is written when nobody asks for another.
 */
#define REPO_VERSION 0
#define REPO_VERSION_READ 1
int repo_version(void);
int repo_upgrade(int version);

#endif
