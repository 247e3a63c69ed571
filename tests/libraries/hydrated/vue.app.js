import { createSSRApp, h, ref } from "vue";
import { widget } from "./widget.js";

const draw = (type, properties, ...children) => h(type, properties, children.length ? children : null);

export const app = (props) => createSSRApp({
  setup() {
    const count = ref(0);
    const more = () => draw("button", { id: "more", onClick: () => count.value++ }, `More: ${count.value}`);
    return () => draw("main", null, more(), widget(draw, props, count.value));
  },
});
