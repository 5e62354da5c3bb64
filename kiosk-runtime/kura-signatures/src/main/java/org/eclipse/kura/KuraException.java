package org.eclipse.kura;

/** What the framework's calls fail with. */
public class KuraException extends Exception {
  private static final long serialVersionUID = 1L;
}
