package egov.kiosk.identity.component;

import egov.kiosk.identity.trust.ShippedPacks;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the face comparison, pid {@code identity}. */
@ObjectClassDefinition(
    id = "identity",
    name = "Face comparison",
    description = "Compares the portrait on a card with the person before the camera")
public @interface IdentityConfig {
  /** Where the face pack is. */
  @AttributeDefinition(
      name = "Face pack folder",
      description = "A face pack, or the store that kiosk face pack keeps; empty: no comparison",
      required = false)
  String packDir() default "";

  /** Manifests believed as they are. */
  @AttributeDefinition(
      name = "Pinned packs",
      description = "SM3 of manifests (pack.properties) that are believed without a signature",
      required = false)
  String[] packPins() default {ShippedPacks.DEFAULT, ShippedPacks.CLEAN};

  /** Who may certify makers of packs. */
  @AttributeDefinition(
      name = "Authorities of pack makers",
      description = "PEM file of the authorities that certify makers of face packs; empty: none",
      required = false)
  String packAuthorities() default "";

  /** The maker. */
  @AttributeDefinition(
      name = "Pack maker",
      description = "Common name in the signing certificate of the maker of face packs")
  String packMaker() default "face-pack-maker";

  /** This kiosk's own certificate. */
  @AttributeDefinition(
      name = "Own certificate",
      description = "PEM file; packs signed with this kiosk's own key are believed; empty: none",
      required = false)
  String ownCertificateFile() default "";

  /** Of different people, the part that may pass. */
  @AttributeDefinition(
      name = "False accepts",
      description = "Of different people, the part that may pass; the pack knows the threshold",
      min = "0.000001",
      max = "0.01")
  double far() default 1e-4;

  /** Of different people, the part that a person may have to look at. */
  @AttributeDefinition(
      name = "False reviews",
      description = "Of different people, the part that may be left to a person to decide",
      min = "0.000001",
      max = "0.1")
  double reviewFar() default 1e-3;

  /** Smaller faces get the hint to come closer. */
  @AttributeDefinition(
      name = "Narrowest face",
      description = "Width in pixels from which a live face is compared",
      min = "40",
      max = "400")
  int minFacePixels() default 80;

  /** How long one look takes at most. */
  @AttributeDefinition(
      name = "Look for",
      description = "How long one look takes at most, in milliseconds",
      min = "1000",
      max = "30000")
  int lookMillis() default 8000;

  /** Portraits of emulated cards. */
  @AttributeDefinition(
      name = "Emulated portraits",
      description = "Accept portraits of emulated cards; switch off where real cards are read")
  boolean emulatorPortraits() default true;

  /** Whether an infrared camera decides, too. */
  @AttributeDefinition(
      name = "Infrared required",
      description =
          "Where an item wants a living person: only one whom the infrared camera (infrared-camera)"
              + " shows to be alive; without that camera staff look instead")
  boolean infraredRequired() default false;
}
