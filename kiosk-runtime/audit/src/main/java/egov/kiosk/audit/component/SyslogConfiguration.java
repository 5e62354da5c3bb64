package egov.kiosk.audit.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a technician configures of the way to the operator's log platform. */
@ObjectClassDefinition(
    id = "audit-syslog",
    name = "Audit log, collector",
    description = "The operator's collector, to which the audit log goes as it is written")
@interface SyslogConfiguration {
  @AttributeDefinition(
      name = "Collector",
      description = "host:port of a collector of syslog over TLS (RFC 5425); empty: none",
      max = "300")
  String collector() default "";

  @AttributeDefinition(
      name = "Security",
      description = "How the line is secured: national (RFC 8998), tls, or a plug-in's name",
      min = "1",
      max = "32")
  String security() default "national";

  @AttributeDefinition(
      name = "Trust file",
      description = "PEM, the authorities the collector's certificate may come from",
      max = "4096")
  String trustFile() default "";

  @AttributeDefinition(
      name = "Revocation lists",
      description = "PEM, what these authorities have revoked; for national lines",
      max = "4096")
  String revocationFile() default "";

  @AttributeDefinition(
      name = "Certificate file",
      description = "PEM, the certificate to show; empty: the kiosk's own, or none",
      max = "4096")
  String certificateFile() default "";

  @AttributeDefinition(
      name = "Key file",
      description = "PEM, its key; empty: the kiosk's own, or none",
      max = "4096")
  String keyFile() default "";

  @AttributeDefinition(
      name = "Enterprise number",
      description = "The operator's private enterprise number (IANA), in structured data",
      min = "1",
      max = "999999999")
  int enterprise() default 32473;
}
