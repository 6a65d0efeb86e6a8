// -*- mode: c -*-
/*
 * Copyright 2003 The server people
 */

#pragma once

void start(void);
