import vue from "@vitejs/plugin-vue";

// Vue takes a tag with a hyphen for one of its components unless it is told otherwise.
const isCustomElement = (tag) => tag.startsWith("article-widget");

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
