#include "../in/header.h"
