#include "pool.h"
@implementation View
- (void)draw:(int)rect { pool_resize(rect); }
@end
static int refresh(void) { return pool_resize(1); }
int pool_get(void) { return refresh(); }
