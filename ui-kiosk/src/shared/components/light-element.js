import { LitElement } from 'lit';

/** A lit element drawn into the document itself, so that labels, ids, axe and speech see one tree. */
export class LightElement extends LitElement {
  createRenderRoot() {
    return this;
  }
}
