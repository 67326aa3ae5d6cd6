// mention_keys.hpp: the keys under which a mention of a subject is known.
#pragma once

#include <string>
#include <vector>

#include "recoup/subjects/network.hpp"

namespace recoup {

/// The account numbers of the material, tied where two spellings name one account.
[[nodiscard]] AccountNames account_names_of(const SubjectMaterial& material);

/// Every key of the mention; one at least. Mentions that share a key are of one subject.
///
///   Shape   A key of a number or an address sorts before any other key of its kind.
///   Errors  malformed: a number that is none.
[[nodiscard]] Result<std::vector<std::string>> mention_keys(const SubjectMention& mention,
                                                            const SubjectStatement& said,
                                                            const SubjectRecord& record,
                                                            const AccountNames& accounts);

/// Whether the key is that of a number or of a full address.
[[nodiscard]] bool identifies(const std::string& key);

}  // namespace recoup
