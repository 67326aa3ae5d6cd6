// naming.hpp: what each leg says of the account on the other side.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exact.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {

/// What a leg says of an account on the other side.
enum class Says : std::uint8_t {
  nothing,  ///< No word that could tell.
  another,  ///< It names another account.
  unknown,  ///< It gives a name by which nobody is known to hold this account.
  in_part,  ///< The holder's name, or the end of the number.
  number,   ///< The account's number.
};

/// The names by which accounts are known.
class KnownNames {
 public:
  KnownNames(const Ledger& ledger, const std::vector<AccountHolder>& holders);
  /// Adds what legs call an account whose number they give as well.
  void learn(const Ledger& ledger, const std::vector<std::uint32_t>& named,
             const std::vector<Link>& certain);

  /// The accounts known by this name, in order; a name that was cut off is the whole name.
  [[nodiscard]] std::vector<AccountRow> accounts(const std::string& key) const;
  /// The accounts whose known name stands in the words.
  [[nodiscard]] std::vector<AccountRow> accounts_in(const std::string& words) const;
  [[nodiscard]] bool is_known(AccountRow account) const { return has_name_[index(account)]; }

 private:
  void add(std::string_view name, AccountRow account);
  void settle();

  std::vector<std::pair<std::string, AccountRow>> by_key_;  // sorted
  std::vector<bool> has_name_;
};

/// What the open legs say.
class Namings {
 public:
  /// Reads the words of every leg that is open. The ledger, `named` and `names` must outlive it.
  Namings(const Ledger& ledger, const std::vector<std::uint32_t>& named, const KnownNames& names,
          const std::vector<LegState>& states);

  [[nodiscard]] Says says(LegRow leg, AccountRow other) const;
  /// Calls `use` with the accounts other than its own that the leg may mean, in order; with the
  /// number it is one.
  template <typename Use>
  void each_meant(LegRow leg, Use use) const {
    const AccountRow own = ledger_.account[index(leg)];
    const std::uint32_t number = numbers_[index(leg)];
    if (number < names_unheld_account) {
      if (number != index(own)) use(static_cast<AccountRow>(number));
      return;
    }
    for (const AccountRow account : kept_lists_[lists_[index(leg)]]) {
      if (account != own) use(account);
    }
  }
  /// The one account other than its own whose number the leg gives, or `names_no_account`, or
  /// `names_unheld_account`.
  [[nodiscard]] std::uint32_t numbered(LegRow leg) const { return numbers_[index(leg)]; }

 private:
  using AccountList = std::vector<AccountRow>;

  /// How a text can be read; each text is read once each way.
  enum class Way : std::uint8_t { number, name, words, numbers_in_words };
  static constexpr std::size_t way_count = 4;

  [[nodiscard]] AccountList read(Way way, std::string_view text) const;
  [[nodiscard]] AccountList numbered_in(std::string_view words) const;
  [[nodiscard]] AccountList ending_in(std::string_view number) const;
  std::uint32_t list_of(Way way, TextId text);
  std::uint32_t number_in(TextId words, AccountRow own);
  std::uint32_t list_of_leg(std::size_t leg);
  std::uint32_t kept(AccountList accounts);

  const Ledger& ledger_;
  const KnownNames& names_;
  std::vector<std::uint32_t> numbers_;  // by leg
  std::vector<std::uint32_t> lists_;    // by leg, a row of kept_lists_
  std::vector<AccountList> kept_lists_ = {{}};
  std::map<AccountList, std::uint32_t> row_of_list_;
  std::array<std::vector<std::uint32_t>, way_count> lists_of_texts_;  // while legs are read
  std::vector<std::pair<std::string, AccountRow>> by_ending_;         // keys from their end, sorted
};

}  // namespace recoup
