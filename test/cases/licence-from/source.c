/*
 * Copyright (c) 2005 Somebody
 */
#include "header.h"
