/**
 * The running server's pages: in Chromium, without JavaScript, wide and narrow, for readers who may
 * see and for readers who may not. {@link sightline.web.Westmarsh} is the world behind them.
 */
@NullMarked
package sightline.web;

import org.jspecify.annotations.NullMarked;
