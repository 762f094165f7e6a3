// SPDX-License-Identifier: GPL-3.0-or-later
/// SHA-256 over bytes that arrive in pieces (OpenSSL).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace collapsar {

class Sha256 {
public:
    Sha256();
    ~Sha256();

    void add(std::string_view bytes);
    /// 64 lower-case hexadecimal digits; call once, after the last add.
    [[nodiscard]] std::string digest();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] std::string sha256Of(std::string_view bytes);

}  // namespace collapsar
