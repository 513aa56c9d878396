#include "server/origin.h"

#include <algorithm>

namespace keel {

bool origin_allowed(std::string_view origin, std::string_view host,
                    const std::vector<std::string>& allowed) {
  if (origin.empty()) return true;
  if (std::find(allowed.begin(), allowed.end(), origin) != allowed.end()) return true;
  const size_t scheme = origin.find("://");
  if (scheme == std::string_view::npos || host.empty()) return false;
  const std::string_view kind = origin.substr(0, scheme);
  return (kind == "http" || kind == "https") && origin.substr(scheme + 3) == host;
}

}  // namespace keel
