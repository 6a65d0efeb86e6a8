/* No guard: this is included as often as there is something to pack. */
#include "pack-state.h"
#if defined(_MSC_VER)
#pragma warning(push)
#endif
#pragma pack(push, 1)
