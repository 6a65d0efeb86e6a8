#include "applets.h"

int cat_main(char **argv)
{
    return argv[0] != 0;
}

int echo_main(int argc, char **argv)
{
    return argc + cat_main(argv);
}

int test_main(int argc, char **argv)
{
    return echo_main(argc, argv);
}

int kill_main(int argc, char **argv)
{
    return test_main(argc, argv);
}
