#!/usr/bin/env bash
# Installs what is missing, builds, and starts the coach. Arguments go through to `keel serve`;
# --build-only stops after building.
set -euo pipefail
cd "$(dirname "$0")"
. ./tools/setup.sh

build_only=no
arguments=()
for argument in "$@"; do
  if [ "$argument" = --build-only ]; then build_only=yes; else arguments+=("$argument"); fi
done

install_packages "${build_packages[@]}"
build_release
build_widget
if [ "$build_only" = yes ]; then exit 0; fi
exec ./build/release/keel serve --pack . --static web/widget/dist "${arguments[@]}"
