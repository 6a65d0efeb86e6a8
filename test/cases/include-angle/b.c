#include <lib/header.h>
