/**
 * What is promised when something breaks, on as much of Vigil as the promise needs: brokers,
 * services, a proxy between them, and devices that keep a ledger on disk. Each test ends in a
 * balanced ledger: nothing lost, nothing twice, no phantom.
 */
@NullMarked
package io.vigil.deploy.fault;

import org.jspecify.annotations.NullMarked;
