#ifdef __GNUC__
#pragma pack(push)
#pragma pack(2)
#endif
