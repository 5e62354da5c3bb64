package egov.kiosk.domain.audit;

import java.util.Locale;

/**
 * What kind of data the action touched (数据分类分级); the record itself holds none of it. After GB/T
 * 35273 and the Personal Information Protection Law (个人信息保护法), article 28.
 */
public enum AuditDataClass {
  /** None that belongs to a person. */
  OPERATIONAL,
  /** Keys, certificates, settings that protect. */
  SECURITY,
  /** Data of a person. */
  PERSONAL,
  /** Data of a person whose loss hurts: identity card, face, health. */
  SENSITIVE;

  /** As the log writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
