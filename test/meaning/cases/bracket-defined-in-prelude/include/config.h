#define BEGIN_PACKED(most) _Pragma("pack(push)") _Pragma("pack(1)")
#define END_PACKED(most) _Pragma("pack(pop)")
