// SPDX-License-Identifier: GPL-3.0-or-later
/// Expected failures as values: what went wrong, where, and what to do. Bugs assert; they never travel as an Error.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace collapsar {

enum class ErrorCode {
    InvalidSettings,  ///< a setting, switch or preset is unknown, out of range or contradicts another
    FileMissing,
    FileUnreadable,  ///< exists but cannot be read: permission, a directory, an I/O error
    FileDamaged,     ///< truncated, wrong magic, checksum or contents
    FileTooNew,      ///< written by a newer version
    FileUnwritable,
    DataInvalid,  ///< the data cannot be used: bad UTF-8, empty, nothing left after filtering
    DataChanged,  ///< a run's data file differs from the one it was trained on
    RunBusy,      ///< another process or run writes this run folder
    Interrupted,  ///< stopped on request
    Internal,     ///< an exception reached the top of a thread; the detail is its message
};

/// `detail` is one or two plain English sentences: what, where (file and line or byte), what to do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    /// By value, so that it may be used in a range-for.
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

}  // namespace collapsar
