/*
 * Copies of volumes
 *
 * SPDX-License-Identifier: MIT
 */

#include "big-lock.h"
#include "report.h"
#include "volume.h"

Volume *volume_snapshot(Volume *vol, const char *name, const char **report)
{
    unsigned char block[VOLUME_BLOCK_SIZE];
    uint64_t offset, length = volume_length(vol);
    REPORT_GUARD();
    Volume *copy;

    copy = volume_open(name, "memory", VOLUME_READ_WRITE, report_to);
    if (!copy) {
        return NULL;
    }
    if (volume_resize(copy, length / VOLUME_BLOCK_SIZE, report_to) < 0) {
        volume_close(copy);
        return NULL;
    }
    for (offset = 0; offset < length; offset += sizeof(block)) {
        if (volume_pread(vol, offset, block, sizeof(block)) < 0 ||
            volume_pwrite(copy, offset, block, sizeof(block)) < 0) {
            *report_to = "copying failed";
            volume_close(copy);
            return NULL;
        }
    }
    volume_set_mode(copy, VOLUME_READ_ONLY);
    return copy;
}
