// piece_sink.hpp: where an answer goes that is too long to be held.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// Takes the next piece of an answer that is too long to be held. An Error ends it.
using PieceSink = std::function<Result<void>(std::string_view piece)>;

/// Hands text on in pieces of some size. After an error nothing more is handed on.
///
/// The sink must outlive it.
class PieceWriter {
 public:
  explicit PieceWriter(const PieceSink& out) : out_(out) {}

  PieceWriter& operator<<(std::string_view text) {
    constexpr std::size_t piece_bytes = 1U << 18U;
    piece_ += text;
    if (piece_.size() >= piece_bytes) flush();
    return *this;
  }
  /// Hands on what is left.
  ///
  /// Errors: those of the sink.
  Result<void> finish() {
    flush();
    return state_;
  }

 private:
  void flush() {
    if (state_ && !piece_.empty()) state_ = out_(piece_);
    piece_.clear();
  }

  const PieceSink& out_;
  std::string piece_;
  Result<void> state_;
};

}  // namespace recoup
