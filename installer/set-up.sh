# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034 # the variables are for the scripts that source this
# Sourced by run and test: installs the packages, configures and builds. Does only what is not done yet.
# Needs: bash with set -euo pipefail.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build/release

listed_packages() {
    grep -v -e '^#' -e '^$' "$root/installer/packages.txt"
}

# The listed packages that are not installed, one a line. A package given by another one ("Provides") counts.
missing_packages() {
    local installed
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}, ${Provides}\n' | sed -n 's/^installed //p' |
        tr ',' '\n' | sed 's/^ *//; s/[ (].*//')
    listed_packages | grep -v -x -F -f <(printf '%s\n' "$installed") || true
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "error: packages must be installed by root, and sudo is missing. As root run: $*" >&2
        exit 1
    fi
}

install_packages() {
    local missing
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    echo "Installing: $(echo "$missing" | tr '\n' ' ')"
    as_root apt-get update
    # shellcheck disable=SC2086 # one word a package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

# As many jobs as there are processors, but 1.5 GB of memory for each: the tensor library's headers are large.
job_count() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1572864) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    echo $((cores < memory ? cores : memory))
}

configure() {
    [ -f "$build/build.ninja" ] || (cd "$root" && cmake --preset release)
}

# build_targets TARGET...
build_targets() {
    cmake --build "$build" --parallel "$(job_count)" --target "$@"
}
