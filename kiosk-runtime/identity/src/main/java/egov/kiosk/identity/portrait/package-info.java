/**
 * The plug-in point for card portraits: who can turn a card's photo block into pixels.
 *
 * <p>The codec of real cards (WLT) is licensed to sites and never shipped; a site registers its
 * library as a {@link egov.kiosk.identity.portrait.PortraitDecoder} service.
 */
@Export
@Version("1.0.0")
package egov.kiosk.identity.portrait;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
