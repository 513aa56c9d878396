#pragma once
// Which pages may open a socket: by default those that this very server gave out, and programs that
// are no browser (they send no Origin). Others are named when the server is started. Threads: pure
// function.
#include <string>
#include <string_view>
#include <vector>

namespace keel {

// `origin` and `host` as the headers of the request say; `allowed` such as "https://example.org".
bool origin_allowed(std::string_view origin, std::string_view host,
                    const std::vector<std::string>& allowed);

}  // namespace keel
