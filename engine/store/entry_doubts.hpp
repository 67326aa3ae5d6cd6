// entry_doubts.hpp: which accounts of a document may have something for a person to look at.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "recoup/records/record_sink.hpp"

namespace recoup {

/// Follows the balances of every account of one document, and the references on it.
///
///   Promise  An account that is not doubtful shows balances that carry on from entry to entry, in
///            one currency, and no reference twice. A doubtful one whose balances do may be as
///            sound: its references left the same marks.
///   Shape    A fixed number of bits for the references, and 48 bytes an account.
class EntryDoubts {
 public:
  /// Of a document of about `document_size` bytes.
  explicit EntryDoubts(std::uint64_t document_size);

  /// Requires the entries of an account in their order; accounts may take turns.
  void look_at(std::uint32_t account, const EntryView& entry);

  [[nodiscard]] bool is_doubtful(std::uint32_t account) const {
    return account < states_.size() &&
           (states_[account].is_doubtful || states_[account].may_repeat);
  }
  /// Whether it is doubtful for its references alone, which `acquit` ends.
  [[nodiscard]] bool is_suspected(std::uint32_t account) const {
    return account < states_.size() && !states_[account].is_doubtful && states_[account].may_repeat;
  }
  void acquit(std::uint32_t account) { states_[account].may_repeat = false; }

 private:
  struct State {
    Int128 running = 0;
    Currency currency = gbp;
    bool has_entry = false;
    bool has_balance = false;
    bool is_doubtful = false;
    bool may_repeat = false;  ///< A reference, or one that leaves the same marks, stands twice.
  };

  void follow(State& state, const EntryView& entry);
  bool has_seen(std::uint32_t account, std::string_view reference);

  std::vector<State> states_;
  std::vector<std::uint64_t> bits_;  ///< A power of two words; blocks of eight.
};

}  // namespace recoup
