/**
 * Who somebody is: sign-in with the local users, bearer tokens for programs, a cookie that holds
 * the same token for browsers, and the security of the HTTP side. Tokens are signed and kept
 * nowhere, so that a restart signs nobody out.
 */
@NullMarked
package io.vigil.gateway.signin;

import org.jspecify.annotations.NullMarked;
