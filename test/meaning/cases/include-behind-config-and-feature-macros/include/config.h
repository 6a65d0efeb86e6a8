#pragma once
#define LOCKS 1
