// account_key.hpp: when two spellings name one account.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recoup {

/// `name` without blanks, hyphens and slashes, its ASCII letters in capitals: "20-11-22 12345678"
/// and "20112212345678" have one key, and so have an IBAN in groups of four and in one run.
///
/// A name with fewer than six digits is no number of a bank's, and is its own key: "Alpha" and
/// "ALPHA" are two accounts. An IBAN and the domestic number inside it have two keys; that they
/// name one account is a tie, with its reason.
[[nodiscard]] std::string account_key(std::string_view name);

/// What a person decided of two names.
struct DecidedTie {
  std::string account;
  std::string other;
  bool is_same = false;
  std::string why;  ///< Who, when and why.
};

/// Two spellings that are taken for one account.
struct AccountTie {
  std::string account;
  std::string other;
  std::string why;
};

/// The names of accounts, tied where they name one.
///
///   Exact  An IBAN and the domestic number inside it are tied where the check digits hold and no
///          other IBAN here has that number inside it. What a person decided wins.
///   Same   The order of the names changes nothing.
class AccountNames {
 public:
  AccountNames() = default;
  AccountNames(const std::vector<std::string>& names, std::vector<DecidedTie> decided);

  /// The name under which the account of this spelling goes: of its spellings the first in byte
  /// order; nothing where no name is of it.
  [[nodiscard]] const std::string* find(std::string_view spelling) const;
  /// By account, then the other name.
  [[nodiscard]] const std::vector<AccountTie>& ties() const { return ties_; }
  /// Whether two spellings name one account, held or not.
  [[nodiscard]] bool are_one(std::string_view one, std::string_view other) const;

 private:
  std::map<std::string, std::string> spellings_;           // by key, the first of its spellings
  std::map<std::string, std::string> names_by_key_;        // by key, the account's name
  std::map<std::string, std::set<std::string>> ibans_of_;  // by domestic key
  std::set<std::pair<std::string, std::string>> apart_;    // keys that a person keeps apart
  std::vector<AccountTie> ties_;
};

}  // namespace recoup
