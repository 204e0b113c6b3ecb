/** Reports as one HTML page that needs no network: text, tables, charts. */
package io.plimsoll.lab.report;
