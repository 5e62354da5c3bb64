package egov.kiosk.identity.component;

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
      description = "Folder with pack.properties and the models it names; empty: no comparison",
      required = false)
  String packDir() default "";

  /** The verdict is PASS from here. */
  @AttributeDefinition(
      name = "Pass from",
      description = "Cosine similarity from which the verdict is PASS",
      min = "0.3",
      max = "0.9")
  double threshold() default 0.415;

  /** A person decides from here. */
  @AttributeDefinition(
      name = "Review from",
      description = "Cosine similarity from which a person decides; not above the pass threshold",
      min = "0.2",
      max = "0.9")
  double reviewThreshold() default 0.34;

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
}
