#ifndef APPLETS_H
#define APPLETS_H

#define EXTERNALLY_VISIBLE __attribute__((visibility("default")))
#define IF_ECHO(...) __VA_ARGS__

/* Applets that others call */
int cat_main(char **argv);
int echo_main(int argc, char **argv) IF_ECHO(EXTERNALLY_VISIBLE);
int test_main(int argc, char **argv)
#if defined(WITH_TEST) || !defined(WITHOUT_TEST)
    EXTERNALLY_VISIBLE
#endif
;
int kill_main(int argc, char **argv);

#endif
