/**
 * Accounts, their players and the players' guilds: tables described by records, and nothing else for a graph. Read
 * {@link dev.perigee.examples.accounts.Account} first, then {@link dev.perigee.examples.accounts.AccountsModule}.
 */
@NullMarked
package dev.perigee.examples.accounts;

import org.jspecify.annotations.NullMarked;
