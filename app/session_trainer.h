// SPDX-License-Identifier: GPL-3.0-or-later
/// What stands behind one run of the session's stage. For session*.cpp only.
#pragma once

#include "app/session.h"
#include "app/snapshot_mailbox.h"

#include <filesystem>
#include <memory>

namespace collapsar {

/// The mailbox outlives the run that posts into it: members die in reverse order.
struct Session::Trainer {
    std::shared_ptr<SnapshotMailbox> mailbox;  ///< null: nothing has trained here yet
    RunHandlePointer handle;
    bool isSaved = false;          ///< a session file speaks of it: its folder stays where it is
    bool isNew = false;            ///< made in this session: leaves no folder if it never trained
    bool startsWhenReady = false;  ///< trains without being told to
    bool isStarting = false;       ///< until it trains: it will soon take a core
    bool isLabelled = false;       ///< its label is in its folder
    /// Where the folder lies; touched on the filing thread only, once there is a handle.
    std::shared_ptr<std::filesystem::path> place = std::make_shared<std::filesystem::path>();
};

}  // namespace collapsar
