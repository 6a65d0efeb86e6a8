/*
 * For programs that are linked without snapshots
 *
 * SPDX-License-Identifier: MIT
 */

#include "report.h"
#include "volume.h"

Volume *volume_snapshot(Volume *vol, const char *name, const char **report)
{
    REPORT_GUARD();

    (void)vol;
    (void)name;
    *report_to = "built without snapshots";
    return NULL;
}
