# What run.sh and test.sh share: installing packages, building. Sourced, not run.

build_packages=(g++ cmake ninja-build pkg-config ccache libboost1.81-dev nlohmann-json3-dev libicu-dev
  libsqlite3-dev libsodium-dev libcli11-dev libspdlog-dev nodejs npm)
test_packages=(catch2 chromium)
fuzz_packages=(clang-14 libclang-rt-14-dev)

# One cache serves every checkout: paths are kept relative to this one.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# A command that is there, however it got there, is not installed again.
is_there() {
  case "$1" in
    nodejs) command -v node >/dev/null ;;
    npm) command -v npm >/dev/null ;;
    *) [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
  esac
}

install_packages() {
  local missing=() package
  for package in "$@"; do is_there "$package" || missing+=("$package"); done
  if [ "${#missing[@]}" = 0 ]; then return; fi
  say "installing: ${missing[*]}"
  as_root apt-get update -qq >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Builds the preset's targets, all of them when none is named. Quiet unless something fails.
build_preset() {
  local preset="$1" log
  shift
  log="build/$preset.log"
  mkdir -p build
  if [ ! -f "build/$preset/build.ninja" ]; then
    say "configuring $preset"
    cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
  fi
  ninja -C "build/$preset" "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}

build_release() {
  [ -x build/release/keel-server ] || say "building the coach; the first time takes a few minutes"
  build_preset release
}

# npm's packages of a folder, as its lock file says; only when that has changed.
npm_packages() {
  local folder="$1" stamp="$1/node_modules/.installed"
  if [ -f "$stamp" ] && [ ! "$folder/package-lock.json" -nt "$stamp" ]; then return; fi
  say "installing npm packages in $folder"
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error >&2)
  touch "$stamp"
}

build_widget() {
  local built=web/widget/dist/keel-chat.js
  if [ -f "$built" ] && [ -z "$(find web/widget -path '*/node_modules' -prune -o -path '*/dist' -prune -o -type f -newer "$built" -print -quit)" ]; then
    return
  fi
  npm_packages web/widget
  say "building the page"
  (cd web/widget && npm run --silent build >&2)
}
