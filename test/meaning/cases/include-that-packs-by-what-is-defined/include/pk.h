#ifdef BEGIN
#pragma pack(push,1)
#else
#pragma pack(pop)
#endif
