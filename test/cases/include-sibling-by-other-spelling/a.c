#include "sys/header.h"
