package egov.kiosk.assist.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician can set. */
@ObjectClassDefinition(
    id = "voice",
    name = "Voice",
    description = "Reads the screens out, offline, by espeak-ng in a process of its own.")
@interface VoiceConfiguration {
  @AttributeDefinition(
      name = "Program",
      description = "espeak-ng: a path, or a name looked up in PATH.",
      max = "255")
  String program() default "espeak-ng";

  @AttributeDefinition(
      name = "Timeout",
      description = "Milliseconds one text may take; then its process is ended.",
      min = "100",
      max = "10000")
  int timeoutMillis() default 2000;

  @AttributeDefinition(
      name = "Cache",
      description = "Bytes of sound of fixed texts kept in memory; never of a citizen's.",
      min = "0",
      max = "67108864")
  int cacheBytes() default 8388608;
}
